using System.Diagnostics;

namespace MediaGuard.Ingest.Tests.Vault;

/// <summary>A file system of a few megabytes in memory, to be full on. Needs root on Linux; ignores the test elsewhere.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    public static async Task<SmallDisk> MountAsync(string below, string size)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Assert.Ignore("Mounting a small disk needs root on Linux.");
        }

        var path = Directory.CreateDirectory(System.IO.Path.Combine(below, "disk")).FullName;
        if (await RunAsync("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", path) != 0)
        {
            Assert.Ignore("A small disk could not be mounted here.");
        }

        return new SmallDisk(path);
    }

    public async ValueTask DisposeAsync() => await RunAsync("umount", Path);

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
