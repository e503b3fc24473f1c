using System.Security.Cryptography;
using MediaGuard.Ingest.Arrivals;
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

        await using (var to = new FileStream(into.CreateFile(hidden), FileAccess.Write, 0))
        {
            await from.CopyToAsync(to, cancellationToken);
            to.Flush(flushToDisk: true);
        }

        faults.Reach("upload.written");
        if (!into.TryPutBack(hidden, name))
        {
            PutBeside(into, hidden, name);
        }

        into.Flush();
        faults.Reach("upload.put");
    }

    /// <summary>The name is taken: by this very file, put there before the program ended, or by somebody else's, which stays.</summary>
    private static void PutBeside(IShareFolder into, string hidden, string name)
    {
        if (into.Look(name).IsRegular && Digest(into, hidden).SequenceEqual(Digest(into, name)))
        {
            into.Unlink(hidden);
            return;
        }

        for (var number = 2; !into.TryPutBack(hidden, $"{Path.GetFileNameWithoutExtension(name)} {number}{Path.GetExtension(name)}"); number++)
        {
            // somebody goes to great lengths to take every name
        }
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
