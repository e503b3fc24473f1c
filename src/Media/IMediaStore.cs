namespace MediaGuard.Media;

/// <summary>Where encrypted bytes lie: a folder or a blob container. It never sees a plain picture.</summary>
/// <remarks>Every implementation owes the shared contract test. Names are made by the program: no personal data in them.</remarks>
public interface IMediaStore
{
    /// <summary>
    /// Writes <paramref name="content"/> under <paramref name="name"/>, replacing what was there, whole or not at all, and returns only once
    /// it is on stable storage.
    /// </summary>
    Task WriteAsync(string name, Stream content, CancellationToken cancellationToken);

    /// <summary>Opens the bytes as they lie, or returns null when there are none.</summary>
    Task<Stream?> OpenReadAsync(string name, CancellationToken cancellationToken);

    /// <summary>Removes the bytes; removing what is not there is done already.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken);

    /// <summary>Every name that starts with <paramref name="prefix"/>, in no order.</summary>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken);
}
