namespace MediaGuard.Ingest.Cleaning.Isolation.Linux;

/// <summary>What a Linux child gives up before its first picture.</summary>
internal static class Hold
{
    private const int Output = 1;
    private const ulong MostHandles = 96;

    public static Protections Apply()
    {
        Kernel.WidenPipe(0);
        Kernel.WidenPipe(Output);
        var held = Protections.Alarm;
        held |= Kernel.NoNewPrivileges() ? Protections.NoNewPrivileges : 0;
        var files = Kernel.Limit(0, Kernel.LimitCore, 0, 0) & Kernel.Limit(0, Kernel.LimitFileSize, 0, 0) & Kernel.Limit(0, Kernel.LimitOpenFiles, MostHandles, MostHandles);
        held |= files ? Protections.NoFilesWritten : 0;
        held |= Kernel.BecomeNobody() ? Protections.OtherUser : 0;
        held |= SystemCallFilter.ForThisProcess() is { } filter && Kernel.Filter(filter) ? Protections.SystemCallFilter : 0;
        return held;
    }
}
