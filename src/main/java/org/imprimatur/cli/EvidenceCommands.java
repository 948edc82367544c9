package org.imprimatur.cli;

import picocli.CommandLine.Command;

/** What can be done with evidence. */
@Command(name = "evidence", subcommands = {EvidenceHash.class,
		EvidenceVerify.class}, synopsisSubcommandLabel = "COMMAND", commandListHeading = "%nCommands:%n",
		description = "Makes and checks the digests of documents and of passages cited from them.")
final class EvidenceCommands {
}
