namespace MediaGuard.Ingest.Arrivals;

/// <summary>A link, folder, pipe, socket or device lies where a file was expected.</summary>
internal sealed class NotRegularException() : IOException("Not a regular file.");
