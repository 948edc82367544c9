package org.imprimatur.cli;

import picocli.CommandLine.Command;

/** What can be done with evidence. */
@Command(name = "evidence", subcommands = EvidenceVerify.class, synopsisSubcommandLabel = "COMMAND", commandListHeading = "%nCommands:%n", description = "Checks evidence against documents.")
final class EvidenceCommands {
}
