using System.Diagnostics;

namespace MediaGuard.Tests.Support;

/// <summary>A program from an npm package, installed once into the tests' cache. None of the package's scripts run.</summary>
public static class NpmPackage
{
    /// <summary>Installs the package at the first use (node and npm needed). Ignores the test where either is missing.</summary>
    /// <returns>The folder that holds <c>node_modules</c>.</returns>
    public static async Task<string> InstallAsync(string name, string version, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(TestPaths.Cache, name);
        var done = Path.Combine(folder, version);
        Directory.CreateDirectory(folder);
        using var turn = await TurnAsync(Path.Combine(folder, ".lock"), cancellationToken);
        if (File.Exists(done) && Directory.Exists(Path.Combine(folder, "node_modules", name)))
        {
            return folder;
        }

        try
        {
            using var npm = Process.Start("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", "--prefix", folder, $"{name}@{version}"]);
            await npm.WaitForExitAsync(cancellationToken);
            if (npm.ExitCode != 0)
            {
                Assert.Ignore($"{name} could not be installed from npm.");
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("npm is not installed.");
        }

        await File.WriteAllTextAsync(done, "", cancellationToken);
        return folder;
    }

    private static async Task<FileStream> TurnAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200, cancellationToken);
            }
        }
    }
}
