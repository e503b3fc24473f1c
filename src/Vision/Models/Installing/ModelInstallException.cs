namespace MediaGuard.Vision.Models.Installing;

/// <summary>A model can't be installed, and the message tells whoever runs the program why.</summary>
internal sealed class ModelInstallException(string message, bool isWorthRetrying = false) : Exception(message)
{
    public bool IsWorthRetrying { get; } = isWorthRetrying;
}
