namespace MediaGuard.Vision.Models.Installing;

/// <summary>Brings one file from a public address.</summary>
public interface IAddressFetcher
{
    /// <summary>The file's bytes.</summary>
    /// <param name="address">https; redirections to another https address are followed.</param>
    /// <param name="size">How many bytes it has; of another size nothing more is read than tells so.</param>
    /// <exception cref="ModelInstallException">With a message for people. Worth retrying: it was not reached, or answered with something else.</exception>
    Task<byte[]> FetchAsync(Uri address, long size, CancellationToken cancellationToken);
}
