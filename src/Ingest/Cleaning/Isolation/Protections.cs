namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>What holds a decoding child. Each is set before it sees its first picture, and said by it only when the platform agreed.</summary>
[Flags]
public enum Protections
{
    None = 0,

    /// <summary>It can gain no right by starting a program (<c>no_new_privs</c>).</summary>
    NoNewPrivileges = 1 << 0,

    /// <summary>The kernel refuses it sockets, new processes, programs, signals to others and more rights (seccomp).</summary>
    SystemCallFilter = 1 << 1,

    /// <summary>It runs as nobody, not as the service's user.</summary>
    OtherUser = 1 << 2,

    /// <summary>It has a network of its own with nothing in it.</summary>
    NoNetwork = 1 << 3,

    /// <summary>It leaves no core dump, and files it may open are few and bounded.</summary>
    FewFiles = 1 << 4,

    /// <summary>The kernel ends it when it outlives its time, also without us.</summary>
    Alarm = 1 << 5,

    /// <summary>The kernel bounds its address space.</summary>
    KernelLimits = 1 << 6,

    /// <summary>We watch its memory, processor time and the clock, and kill it.</summary>
    Watched = 1 << 7,

    /// <summary>The kernel refuses it every file: to read, to write, to make, to remove. What it decodes never lies on disk.</summary>
    NoFiles = 1 << 8,
}
