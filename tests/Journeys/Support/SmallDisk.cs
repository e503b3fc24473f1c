using System.Diagnostics;

namespace MediaGuard.Journeys.Tests.Support;

/// <summary>A small file system mounted over a folder, with what was in the folder; it can be filled to the last byte and emptied again. Root on Linux only.</summary>
internal sealed class SmallDisk : IDisposable
{
    /// <summary>The file that fills it, as <see cref="Books.Out"/> calls it.</summary>
    public const string Filler = "filler";

    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    private string FillerPath => Path.Combine(folder, Filler);

    /// <summary>Ignores the test where it may not be done.</summary>
    public static SmallDisk Over(string folder, int megabytes)
    {
        var beneath = folder + "-beneath";
        Directory.CreateDirectory(folder);
        Directory.Move(folder, beneath);
        Directory.CreateDirectory(folder);
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder) != 0)
        {
            Assert.Ignore("A small disk can't be mounted here (needs root on Linux).");
        }

        var disk = new SmallDisk(folder);
        Assert.That(Run("cp", "-a", beneath + "/.", folder), Is.Zero);
        return disk;
    }

    public async Task FillAsync()
    {
        await using var file = File.Create(FillerPath);
        try
        {
            var block = new byte[4096];
            while (true)
            {
                await file.WriteAsync(block);
                await file.FlushAsync();
            }
        }
        catch (IOException)
        {
            // full
        }
    }

    public void MakeRoom() => File.Delete(FillerPath);

    public void Dispose() => Run("umount", "-l", folder);

    private static int Run(string tool, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
