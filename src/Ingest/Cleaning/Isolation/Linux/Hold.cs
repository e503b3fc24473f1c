using System.Globalization;
using MediaGuard.Ingest.Formats.Heif;

namespace MediaGuard.Ingest.Cleaning.Isolation.Linux;

/// <summary>What a Linux child gives up before its first picture.</summary>
internal static class Hold
{
    private const int Output = 1;
    private const ulong MostHandles = 1024;
    private const ulong LargestFile = 1UL << 30;
    private const long Slack = 512L << 20;

    public static Protections Apply()
    {
        Kernel.WidenPipe(0);
        Kernel.WidenPipe(Output);
        var held = Protections.Alarm;
        held |= Kernel.NoNewPrivileges() ? Protections.NoNewPrivileges : 0;
        var addresses = MostAddresses();
        held |= Kernel.Limit(0, Kernel.LimitAddressSpace, addresses, addresses) ? Protections.KernelLimits : 0;
        var files = Kernel.Limit(0, Kernel.LimitCore, 0, 0) & Kernel.Limit(0, Kernel.LimitFileSize, LargestFile, LargestFile) & Kernel.Limit(0, Kernel.LimitOpenFiles, MostHandles, MostHandles);
        held |= files ? Protections.FewFiles : 0;
        held |= Kernel.BecomeNobody() ? Protections.OtherUser : 0;
        var mayOpen = !LibHeif.IsReachable; // then HEIC goes to its decoder through a file
        if (SystemCallFilter.ForThisProcess(mayOpen) is { } filter && Kernel.Filter(filter))
        {
            held |= Protections.SystemCallFilter | (mayOpen ? 0 : Protections.NoFiles);
        }

        return held;
    }

    /// <summary>What the process has mapped already, most of it only set aside by the runtime, and the memory it may have.</summary>
    private static ulong MostAddresses()
    {
        var now = long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[0], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
        return (ulong)(now + ChildStart.Memory() + Slack);
    }
}
