namespace MediaGuard.Tests.Support;

/// <summary>A fresh folder of its own, removed with everything in it when disposed.</summary>
public sealed class TempFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("mediaguard-").FullName;

    /// <summary>The path of something in the folder; its parent folders are made, it is not.</summary>
    public string At(params ReadOnlySpan<string> parts)
    {
        var path = Path.Combine([FullName, .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    public void Dispose()
    {
        if (Directory.Exists(FullName))
        {
            Directory.Delete(FullName, recursive: true);
        }
    }

    public override string ToString() => FullName;
}
