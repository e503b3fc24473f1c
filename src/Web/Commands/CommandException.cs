namespace MediaGuard.Web.Commands;

/// <summary>Ends a command with a line for the person who gave it.</summary>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
