using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MediaGuard.Ingest.Cleaning.Isolation;
using Microsoft.Win32.SafeHandles;

namespace MediaGuard.Decoder;

/// <summary>Gives up its rights as a decoding child does, then tries what it must not be able to do. One line per attempt.</summary>
internal static class Probe
{
    public static int Run(int parent)
    {
        using var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        void Report(string line) => pipe.Write(Encoding.ASCII.GetBytes(line + "\n"));
        void Try(string what, Action attempt) => Report($"{what}: {Outcome(attempt)}");

        // once before, so that the attempts fail for the right reason
        Outcome(() => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp).Dispose());
        Outcome(() => Process.Start("/bin/true").WaitForExit());
        Outcome(() => File.ReadAllText("/etc/hostname"));
        Outcome(() => File.WriteAllText(Path.Combine(Path.GetTempPath(), "mediaguard-probe"), "x"));
        Outcome(() => throw new InvalidOperationException());

        Report(DecodeWorker.GiveUpRights().ToString());
        Try("socket", () => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp).Connect(IPAddress.Loopback, 9));
        Try("program", () => Process.Start("/bin/true").WaitForExit());
        Try("read", () => File.ReadAllText("/etc/hostname"));
        Try("write", () => File.WriteAllText(Path.Combine(Path.GetTempPath(), "mediaguard-probe"), "x"));
        Try("remove", () => File.Delete(Path.Combine(Path.GetTempPath(), "mediaguard-probe")));
        Try("delete", () => Directory.Delete(Path.GetTempPath()));
        Try("signal", () => Process.GetProcessById(parent).Kill());
        Report("thread: " + Outcome(() => Task.Run(() => 1).Wait()));
        return 0;
    }

    private static string Outcome(Action attempt)
    {
        try
        {
            attempt();
            return "possible";
        }
        catch (Exception)
        {
            return "refused";
        }
    }
}
