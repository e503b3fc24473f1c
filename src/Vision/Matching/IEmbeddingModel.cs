namespace MediaGuard.Vision.Matching;

/// <summary>Which model embeds faces here. Numbers of another model mean something else and are compared with nothing.</summary>
public interface IEmbeddingModel
{
    /// <summary>As <c>name@digest8</c>, by the manifest; whether the file is there is not looked at.</summary>
    string Version { get; }
}
