using MediaGuard.Ingest.Cleaning.Isolation;
using MediaGuard.Media;

namespace MediaGuard.Journey.Inspection;

/// <summary>Says what stands between a hostile file and the school.</summary>
internal static class IsolationFindings
{
    private const Protections Expected = Protections.NoNewPrivileges | Protections.SystemCallFilter | Protections.FewFiles | Protections.KernelLimits | Protections.Watched
        | Protections.NoFiles;

    private static IEnumerable<(Protections One, string Says)> Held =>
    [
        (Protections.SystemCallFilter, Words.Text("no sockets, programs or processes (seccomp)")),
        (Protections.NoFiles, Words.Text("no file opened (seccomp)")),
        (Protections.NoNewPrivileges, Words.Text("no new privileges")),
        (Protections.OtherUser, Words.Text("as nobody")),
        (Protections.NoNetwork, Words.Text("no network")),
        (Protections.FewFiles, Words.Text("no core dump")),
        (Protections.KernelLimits, Words.Text("memory bounded by the kernel")),
        (Protections.Watched, Words.Text("memory and time watched")),
    ];

    public static Finding Of(Protections? inForce)
    {
        if (inForce is not { } held)
        {
            return new Finding(Words.Text("decoding"), Health.Wrong, Words.Text("The child process that opens pictures does not start; photos wait meanwhile."), Words.Text("Set Isolation:Program to the mediaguard executable, and see that this user may run it."));
        }

        var says = Words.Text($"in a child process: {string.Join(", ", Held.Where(word => held.HasFlag(word.One)).Select(word => word.Says))}");
        return (held & Expected) == Expected
            ? new Finding(Words.Text("decoding"), Health.Well, says, "")
            : new Finding(Words.Text("decoding"), Health.Note, says, Words.Text("This system gives no more. On Linux with seccomp a hostile picture can do less."));
    }

    public static Finding Of(bool scannerIsConfigured, bool scannerAnswers) => (scannerIsConfigured, scannerAnswers) switch
    {
        (false, _) => new Finding(Words.Text("virus scanner"), Health.Note, Words.Text("none is named"), Words.Text("Set Scanner:ClamAv to a ClamAV daemon's host:port or socket to have files scanned before they are read.")),
        (true, true) => new Finding(Words.Text("virus scanner"), Health.Well, Words.Text("ClamAV answers"), ""),
        (true, false) => new Finding(Words.Text("virus scanner"), Health.Wrong, Words.Text("ClamAV does not answer; photos wait meanwhile."), Words.Text("Start the daemon, or correct Scanner:ClamAv.")),
    };
}
