package org.imprimatur.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands. Results go to the standard output; progress and mistakes of use to the standard error. */
@Command(name = "imprimatur", scope = ScopeType.INHERIT, mixinStandardHelpOptions = true,
		versionProvider = Commands.Version.class, resourceBundle = "cli.commands",
		subcommands = {ValidateCommand.class, PublishCommand.class, ExportCommand.class, VerifyCommand.class,
				EvidenceCommand.class, ReplayCommand.class, DueCommand.class, BackupCommand.class,
				RestoreCommand.class},
		synopsisSubcommandLabel = "[COMMAND]", optionListHeading = "%n", parameterListHeading = "%n",
		footerHeading = "%n")
public final class Commands {

	/** The answer is no. */
	static final int NO = 1;
	/** What Java takes bytes for that are no character in the locale of the shell. */
	private static final String UNREADABLE = "\ufffd";
	/** It could not be done. */
	static final int FAILED = 3;

	private Commands() {
	}

	/**
	 * Does what the arguments say.
	 *
	 * @param server starts the application, with settings such as {@code --server.port=8081}, and returns when it
	 *        serves
	 * @return what the process should end with, where it is not 0
	 */
	public static int run(String[] arguments, PrintWriter out, PrintWriter err, Consumer<String[]> server) {
		for (String argument : arguments) {
			if (argument.contains(UNREADABLE)) {
				err.println("'%s' cannot be read: set LC_ALL=C.UTF-8, or another locale of UTF-8, and try again"
						.formatted(argument));
				return CommandLine.ExitCode.USAGE;
			}
		}
		boolean serves = arguments.length == 0 || GraphCommand.SETTING.matcher(arguments[0]).matches();
		return new CommandLine(new Commands()).addSubcommand(new ServeCommand(server)).setOut(out).setErr(err)
				.setUsageHelpAutoWidth(true).setCaseInsensitiveEnumValuesAllowed(true)
				.setParameterExceptionHandler(Commands::misused).setExecutionExceptionHandler(Commands::failed)
				.execute(serves
						? Stream.concat(Stream.of("serve"), Stream.of(arguments)).toArray(String[]::new)
						: arguments);
	}

	private static int misused(ParameterException mistake, String[] arguments) {
		CommandLine command = mistake.getCommandLine();
		command.getErr().println(mistake.getMessage());
		UnmatchedArgumentException.printSuggestions(mistake, command.getErr());
		command.getErr().printf("See %s --help%n", command.getCommandSpec().qualifiedName());
		return command.getCommandSpec().exitCodeOnInvalidInput();
	}

	private static int failed(Exception failure, CommandLine command, ParseResult arguments) {
		if (failure instanceof Failure told) {
			command.getErr().println(told.getMessage());
			return told.exitCode();
		}
		command.getErr().println("This should not have happened; please report it.");
		failure.printStackTrace(command.getErr());
		return FAILED;
	}

	/** The version that the packaged jar tells. */
	static final class Version implements IVersionProvider {

		@Override
		public String[] getVersion() {
			@Nullable
			String version = Commands.class.getPackage().getImplementationVersion();
			return new String[]{"Imprimatur " + Objects.requireNonNullElse(version, "from a checkout")};
		}
	}
}
