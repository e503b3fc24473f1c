using MediaGuard.Media;

namespace MediaGuard.Ingest.Uploads;

/// <summary>Puts a file into a class's folder of the share.</summary>
public interface IShareDrop
{
    /// <summary>The file is there whole under its name or not at all, replaces nothing, and no link is followed below the root. Asked again after a crash, it is there once.</summary>
    /// <param name="root">The share's root.</param>
    /// <param name="isClass">Whether a folder of this name is the class's.</param>
    /// <param name="folder">What the class's folder is called where there is none yet.</param>
    /// <param name="id">Names the file while it is being written.</param>
    /// <param name="name">Its name; no other upload's.</param>
    /// <exception cref="IOException">The share can't be reached or written to.</exception>
    Task PutAsync(string root, Func<string, bool> isClass, string folder, UploadId id, string name, Stream from, CancellationToken cancellationToken);
}
