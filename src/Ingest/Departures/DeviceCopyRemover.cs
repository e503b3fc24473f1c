using System.Collections.Immutable;
using System.Security.Cryptography;
using MediaGuard.Ingest.Arrivals;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Departures;

/// <summary>Removes a device's copy by renaming, comparing and unlinking, so that what is unlinked is what was compared.</summary>
/// <remarks>
/// Nothing is moved that could not be put back without replacing another file; where the file system offers no such way, the outcome is
/// <see cref="DepartureOutcome.NotPermitted"/>. A file somebody is still writing to while it is compared counts as changed.
/// </remarks>
internal sealed class DeviceCopyRemover(IShareFolders folders, IFaultPoints faults) : IDeviceCopyRemover
{
    public async Task<DepartureOutcome> RemoveAsync(string root, string relativePath, MediaId media, ImmutableArray<byte> sha256, CancellationToken cancellationToken)
    {
        if (sha256.IsDefault || sha256.Length != SHA256.HashSizeInBytes)
        {
            throw new ArgumentException("Not a SHA-256.", nameof(sha256));
        }

        var path = SharePath.Parse(relativePath);
        try
        {
            using var folder = folders.Open(root, path.Folders);
            return await RemoveAsync(folder, path.Name, PassedOver.AsidePrefix + media, sha256, cancellationToken);
        }
        catch (LinkInPathException)
        {
            throw new ArgumentException("The path leads over a link.", nameof(relativePath));
        }
        catch (FileNotFoundException)
        {
            return folders.IsThere(root) ? DepartureOutcome.AlreadyGone : DepartureOutcome.ShareUnavailable;
        }
        catch (UnauthorizedAccessException)
        {
            return DepartureOutcome.NotPermitted;
        }
        catch (IOException)
        {
            return DepartureOutcome.ShareUnavailable;
        }
    }

    private async Task<DepartureOutcome> RemoveAsync(IShareFolder folder, string name, string aside, ImmutableArray<byte> sha256, CancellationToken cancellationToken)
    {
        if (!IsAside(folder, name, aside))
        {
            var kind = folder.Look(name).Kind;
            if (kind is FileKind.Folder or FileKind.Other)
            {
                return DepartureOutcome.Changed;
            }

            if (kind == FileKind.Link)
            {
                throw new LinkInPathException();
            }

            folder.MoveAside(name, aside);
            faults.Reach("departure.renamed");
        }

        if (!await IsEqualAsync(folder, name, aside, sha256, cancellationToken))
        {
            PutBack(folder, name, aside);
            return DepartureOutcome.Changed;
        }

        UnlinkOrPutBack(folder, name, aside);
        faults.Reach("departure.unlinked");
        folder.Flush();
        return DepartureOutcome.Removed;
    }

    /// <summary>Whether an earlier call got as far as moving it.</summary>
    private static bool IsAside(IShareFolder folder, string name, string aside)
    {
        var left = folder.Look(aside);
        if (!left.IsSameFileAs(folder.Look(name)))
        {
            return left.Kind != FileKind.Missing;
        }

        // Both names of one file: a call ended between linking and unlinking.
        folder.Unlink(aside);
        return false;
    }

    private static async Task<bool> IsEqualAsync(IShareFolder folder, string name, string aside, ImmutableArray<byte> sha256, CancellationToken cancellationToken)
    {
        try
        {
            using var file = folder.OpenFile(aside);
            var before = folder.Look(file);
            await using var bytes = new FileStream(file, FileAccess.Read, bufferSize: 0);
            var hash = await SHA256.HashDataAsync(bytes, cancellationToken);
            return folder.Look(file) == before && hash.AsSpan().SequenceEqual(sha256.AsSpan());
        }
        catch (NotRegularException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            PutBack(folder, name, aside);
            throw;
        }
    }

    private static void UnlinkOrPutBack(IShareFolder folder, string name, string aside)
    {
        try
        {
            folder.Unlink(aside);
        }
        catch (UnauthorizedAccessException)
        {
            PutBack(folder, name, aside);
            throw;
        }
    }

    private static void PutBack(IShareFolder folder, string name, string aside)
    {
        if (!FreeNames.For(name).Any(free => folder.TryPutBack(aside, free)))
        {
            throw new IOException("No free name.");
        }

        folder.Flush();
    }
}
