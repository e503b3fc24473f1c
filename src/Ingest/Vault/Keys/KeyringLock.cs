using MediaGuard.Ingest.Vault.Stores;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Vault.Keys;

/// <summary>A lock between threads and processes: a file opened without sharing. The files stay; removing one would let two in.</summary>
internal static class KeyringLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits in real time, whatever clock the program runs by: another process is what is waited for.</summary>
    /// <exception cref="MediaException">The folder can't be reached.</exception>
    public static async Task<IDisposable> TakeAsync(string folder, string name, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            StorageFaults.Explaining(() => DurableFile.MakeDirectory(folder));
        }

        var path = Path.Combine(folder, name);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException held) when (IsHeld(held))
            {
                await Task.Delay(Pause, cancellationToken);
            }
            catch (Exception failure) when (StorageFaults.Explain(failure) is { } explained)
            {
                throw explained;
            }
        }
    }

    // EWOULDBLOCK is 11 on Linux and 35 on macOS; Windows says ERROR_SHARING_VIOLATION.
    internal static bool IsHeld(IOException failure) => failure.HResult is 11 or 35 or unchecked((int)0x80070020);
}
