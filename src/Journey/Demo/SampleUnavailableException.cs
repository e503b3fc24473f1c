namespace MediaGuard.Journey.Demo;

/// <summary>The sample pictures can't be had; the message tells whoever set the demo up why.</summary>
public sealed class SampleUnavailableException : Exception
{
    public SampleUnavailableException(string message)
        : base(message)
    {
    }

    public SampleUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
