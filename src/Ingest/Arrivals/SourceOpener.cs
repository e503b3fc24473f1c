using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Arrivals;

internal sealed class SourceOpener(IShareFolders folders, IOptions<ArrivalOptions> options) : ISourceOpener
{
    public Task<Stream> OpenAsync(string root, ShareFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var path = SharePath.Parse(file.RelativePath);
        return Task.Run<Stream>(() => Open(root, path, file), cancellationToken);
    }

    public bool IsStill(string root, ShareFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var path = SharePath.Parse(file.RelativePath);
        try
        {
            using var folder = folders.Open(root, path.Folders);
            return folder.Look(path.Name).IsStill(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private SourceStream Open(string root, SharePath path, ShareFile file)
    {
        if (file.Length > options.Value.LargestFile)
        {
            throw new MediaException(ReasonCode.TooLarge);
        }

        try
        {
            var folder = folders.Open(root, path.Folders);
            try
            {
                return new SourceStream(folder, folder.OpenFile(path.Name), file);
            }
            catch
            {
                folder.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException(Reason(root, e), e);
        }
    }

    private ReasonCode Reason(string root, Exception e) => e switch
    {
        FileNotFoundException when folders.IsThere(root) => ReasonCode.SourceVanished,
        NotRegularException or LinkInPathException => ReasonCode.SourceChanged,
        _ => ReasonCode.ShareUnavailable,
    };
}
