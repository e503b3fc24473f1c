using MediaGuard.Ingest.Cleaning.Isolation;

namespace MediaGuard.Journey.Inspection;

/// <summary>Says what stands between a hostile file and the school.</summary>
internal static class IsolationFindings
{
    private const Protections Expected = Protections.NoNewPrivileges | Protections.SystemCallFilter | Protections.FewFiles | Protections.KernelLimits | Protections.Watched
        | Protections.NoFiles;

    private static readonly (Protections One, string Says)[] Words =
    [
        (Protections.SystemCallFilter, "no sockets, programs or processes (seccomp)"),
        (Protections.NoFiles, "no file opened (seccomp)"),
        (Protections.NoNewPrivileges, "no new privileges"),
        (Protections.OtherUser, "as nobody"),
        (Protections.NoNetwork, "no network"),
        (Protections.FewFiles, "no core dump"),
        (Protections.KernelLimits, "memory bounded by the kernel"),
        (Protections.Watched, "memory and time watched"),
    ];

    public static Finding Of(Protections? inForce)
    {
        if (inForce is not { } held)
        {
            return new Finding("decoding", Health.Wrong, "The child process that opens pictures does not start; photos wait meanwhile.", "Set Isolation:Program to the mediaguard executable, and see that this user may run it.");
        }

        var says = "in a child process: " + string.Join(", ", Words.Where(word => held.HasFlag(word.One)).Select(word => word.Says));
        return (held & Expected) == Expected
            ? new Finding("decoding", Health.Well, says, "")
            : new Finding("decoding", Health.Note, says, "This system gives no more. On Linux with seccomp a hostile picture can do less.");
    }

    public static Finding Of(bool scannerIsConfigured, bool scannerAnswers) => (scannerIsConfigured, scannerAnswers) switch
    {
        (false, _) => new Finding("virus scanner", Health.Note, "none is named", "Set Scanner:ClamAv to a ClamAV daemon's host:port or socket to have files scanned before they are read."),
        (true, true) => new Finding("virus scanner", Health.Well, "ClamAV answers", ""),
        (true, false) => new Finding("virus scanner", Health.Wrong, "ClamAV does not answer; photos wait meanwhile.", "Start the daemon, or correct Scanner:ClamAv."),
    };
}
