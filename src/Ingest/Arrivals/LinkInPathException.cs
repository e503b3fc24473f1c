namespace MediaGuard.Ingest.Arrivals;

/// <summary>A folder on the way is a link, which might lead out of the share.</summary>
internal sealed class LinkInPathException() : IOException("A link lies in the path.");
