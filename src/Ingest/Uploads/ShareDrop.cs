using System.Security.Cryptography;
using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Departures;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Uploads;

internal sealed class ShareDrop(IShareFolders folders, IFaultPoints faults) : IShareDrop
{
    public async Task PutAsync(string root, Func<string, bool> isClass, string folder, UploadId id, string name, Stream from, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(isClass);
        ArgumentNullException.ThrowIfNull(from);
        using var into = folders.Open(root, [FindOrMake(root, isClass, folder)]);
        var hidden = $"{PassedOver.AsidePrefix}upload-{id}";
        if (into.Look(hidden).Kind != FileKind.Missing)
        {
            into.Unlink(hidden);
        }

        await WriteAsync(into, hidden, from, cancellationToken);
        faults.Reach("upload.written");
        if (!FreeNames.For(name).Any(free => IsThere(into, hidden, free)))
        {
            into.Unlink(hidden);
            throw new IOException("Every name this file could have is taken in its class's folder.");
        }

        into.Flush();
        faults.Reach("upload.put");
    }

    private static async Task WriteAsync(IShareFolder into, string hidden, Stream from, CancellationToken cancellationToken)
    {
        try
        {
            await using var to = new FileStream(into.CreateFile(hidden), FileAccess.Write, 0);
            await from.CopyToAsync(to, cancellationToken);
            to.Flush(flushToDisk: true);
        }
        catch
        {
            if (into.Look(hidden).Kind != FileKind.Missing)
            {
                into.Unlink(hidden);
            }

            throw;
        }
    }

    /// <summary>Puts the file under a name, unless it is taken by somebody else's, which stays. One of the same bytes is this very file, put there before the program ended.</summary>
    private static bool IsThere(IShareFolder into, string hidden, string name)
    {
        if (into.TryPutBack(hidden, name))
        {
            return true;
        }

        if (!into.Look(name).IsRegular || !Digest(into, hidden).SequenceEqual(Digest(into, name)))
        {
            return false;
        }

        into.Unlink(hidden);
        return true;
    }

    private static byte[] Digest(IShareFolder into, string name)
    {
        using var bytes = new FileStream(into.OpenFile(name), FileAccess.Read);
        return SHA256.HashData(bytes);
    }

    private string FindOrMake(string root, Func<string, bool> isClass, string folder)
    {
        using var share = folders.Open(root, []);
        var found = share.Names().Where(n => !PassedOver.Is(n) && isClass(n) && share.Look(n).Kind == FileKind.Folder).OrderBy(n => n != folder).ThenBy(n => n, StringComparer.Ordinal).FirstOrDefault();
        if (found is null)
        {
            share.MakeFolder(folder);
            share.Flush();
        }

        return found ?? folder;
    }
}
