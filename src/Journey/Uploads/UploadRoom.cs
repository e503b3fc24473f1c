using MediaGuard.Ingest.Uploads;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Uploads;

/// <summary>Whether the disks photos come to have room for more: while it is taken in, a photo lies where it was sent, in the share and in the store.</summary>
internal sealed class UploadRoom(IOptions<UploadOptions> options)
{
    private const int Copies = 3;

    /// <param name="bytes">What is still to come.</param>
    /// <param name="share">The share's root; one that is away now is looked at when the file is put there.</param>
    public bool Has(long bytes, string share)
    {
        Directory.CreateDirectory(options.Value.Folder);
        return new[] { options.Value.Folder, share }.Where(Directory.Exists).All(f => new DriveInfo(f).AvailableFreeSpace - (bytes * Copies) >= options.Value.KeepFree);
    }
}
