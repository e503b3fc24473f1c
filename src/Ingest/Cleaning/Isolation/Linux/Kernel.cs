using System.Runtime.InteropServices;

namespace MediaGuard.Ingest.Cleaning.Isolation.Linux;

/// <summary>The Linux calls a child is held with. Each says whether the kernel agreed.</summary>
internal static class Kernel
{
    public const int LimitCpu = 0;
    public const int LimitFileSize = 1;
    public const int LimitCore = 4;
    public const int LimitOpenFiles = 7;
    public const int LimitAddressSpace = 9;

    private const int SetNoNewPrivileges = 38;
    private const uint SeccompSetFilter = 1;
    private const uint SeccompAllThreads = 1;
    private const int SetPipeSize = 1031;
    private const uint Nobody = 65534;

    private static bool IsArm => RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    public static bool NoNewPrivileges() => Prctl(SetNoNewPrivileges, 1, 0, 0, 0) == 0;

    /// <summary>Installs a filter for every thread of this process (seccomp(2), TSYNC); it can't be taken off again.</summary>
    public static bool Filter(FilterInstruction[] program)
    {
        var pinned = GCHandle.Alloc(program, GCHandleType.Pinned);
        try
        {
            var description = new FilterProgram { Length = (ushort)program.Length, First = pinned.AddrOfPinnedObject() };
            return SystemCall(IsArm ? 277 : 317, (nint)SeccompSetFilter, (nint)SeccompAllThreads, ref description) == 0;
        }
        finally
        {
            pinned.Free();
        }
    }

    /// <summary>Bounds a resource of the process <paramref name="process"/>, 0 for this one. The hard bound stays when <paramref name="hard"/> is null.</summary>
    public static bool Limit(int process, int resource, ulong soft, ulong? hard)
    {
        var limit = new ResourceLimit { Soft = soft, Hard = hard ?? 0 };
        if (hard is null)
        {
            if (Prlimit(process, resource, IntPtr.Zero, out var now) != 0)
            {
                return false;
            }

            limit.Hard = now.Hard;
            limit.Soft = Math.Min(soft, now.Hard);
        }

        return Prlimit(process, resource, ref limit, IntPtr.Zero) == 0;
    }

    /// <summary>Becomes nobody, in every thread; only root can.</summary>
    public static bool BecomeNobody() =>
        GetEffectiveUser() == 0 && SetGroups(0, IntPtr.Zero) == 0 && SetGroup(Nobody, Nobody, Nobody) == 0 && SetUser(Nobody, Nobody, Nobody) == 0 && GetEffectiveUser() == Nobody;

    public static void WidenPipe(int handle) => _ = Fcntl(handle, SetPipeSize, 1 << 20);

    /// <summary>The kernel ends this process after so many seconds; 0 takes it back.</summary>
    public static void SetAlarm(int seconds) => _ = Alarm((uint)seconds);

    private struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }

    private struct FilterProgram
    {
        public ushort Length;
        public nint First;
    }

    [DllImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static extern int Prctl(int option, nint two, nint three, nint four, nint five);

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static extern nint SystemCall(nint number, nint one, nint two, ref FilterProgram three);

    [DllImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    private static extern int Prlimit(int process, int resource, ref ResourceLimit limit, IntPtr before);

    [DllImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    private static extern int Prlimit(int process, int resource, IntPtr limit, out ResourceLimit before);

    [DllImport("libc", EntryPoint = "geteuid")]
    private static extern uint GetEffectiveUser();

    [DllImport("libc", EntryPoint = "setgroups", SetLastError = true)]
    private static extern int SetGroups(nint count, IntPtr groups);

    [DllImport("libc", EntryPoint = "setresgid", SetLastError = true)]
    private static extern int SetGroup(uint real, uint effective, uint saved);

    [DllImport("libc", EntryPoint = "setresuid", SetLastError = true)]
    private static extern int SetUser(uint real, uint effective, uint saved);

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static extern int Fcntl(int handle, int command, int value);

    [DllImport("libc", EntryPoint = "alarm")]
    private static extern uint Alarm(uint seconds);
}
