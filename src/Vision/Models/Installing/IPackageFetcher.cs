namespace MediaGuard.Vision.Models.Installing;

/// <summary>Brings one file out of a published package.</summary>
internal interface IPackageFetcher
{
    /// <summary>The file's bytes. Runs nothing of the package and leaves nothing behind.</summary>
    /// <param name="package"><c>name@version</c>.</param>
    /// <param name="path">The file inside the package.</param>
    /// <param name="size">How many bytes it has; a file of another size is not read.</param>
    /// <exception cref="ModelInstallException">With a message for people.</exception>
    Task<byte[]> FetchAsync(string package, string path, long size, CancellationToken cancellationToken);
}
