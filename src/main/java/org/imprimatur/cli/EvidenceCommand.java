package org.imprimatur.cli;

import picocli.CommandLine.Command;

/** What can be done with evidence. */
@Command(name = "evidence", synopsisSubcommandLabel = "COMMAND",
		subcommands = {EvidenceHashCommand.class, EvidenceVerifyCommand.class})
final class EvidenceCommand {
}
