using MediaGuard.Ingest.Cleaning.Isolation;

namespace MediaGuard.Journey;

/// <summary>The program as the child that decodes files nobody vouches for.</summary>
public static class DecodingChild
{
    public const string Command = DecodeWorker.Command;

    /// <summary>Serves frames on the standard pipes until the input ends; returns the exit code.</summary>
    public static int Run() => DecodeWorker.Run();
}
