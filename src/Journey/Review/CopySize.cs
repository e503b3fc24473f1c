namespace MediaGuard.Journey.Review;

/// <summary>How large a copy is handed out; never larger than the picture.</summary>
public enum CopySize
{
    /// <summary>For a page.</summary>
    Web,

    /// <summary>For paper: up to A3 at 300 dots an inch.</summary>
    Print,
}
