using System.Collections.Immutable;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>Opens folders of a share without following a link below its root.</summary>
internal interface IShareFolders
{
    /// <exception cref="ShareMissingException">The root is not there.</exception>
    /// <exception cref="LinkInPathException">A folder on the way is a link.</exception>
    /// <exception cref="FileNotFoundException">A folder on the way is not there.</exception>
    IShareFolder Open(string root, ImmutableArray<string> folders);

    /// <summary>Whether the root is there now.</summary>
    bool IsThere(string root);
}
