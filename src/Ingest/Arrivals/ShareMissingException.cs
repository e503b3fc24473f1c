namespace MediaGuard.Ingest.Arrivals;

/// <summary>The share's root is not there, is not a folder, or is the bare mount point of something unmounted.</summary>
internal sealed class ShareMissingException : IOException
{
    public ShareMissingException()
        : base("The share is not there.")
    {
    }

    public ShareMissingException(Exception inner)
        : base("The share is not there.", inner)
    {
    }
}
