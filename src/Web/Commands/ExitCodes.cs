namespace MediaGuard.Web.Commands;

/// <summary>What every command ends with.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Some item failed; its id stands on stderr.</summary>
    public const int SomeFailed = 1;

    public const int WrongUsage = 2;

    /// <summary>No data folder, no models or no school where the command needs them.</summary>
    public const int NotSetUp = 3;
}
