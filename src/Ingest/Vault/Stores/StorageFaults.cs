using Azure;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Vault.Stores;

/// <summary>Says of a storage failure whether the storage is full or can't be reached. Both pass: the item waits and nothing is lost.</summary>
internal static class StorageFaults
{
    private const int NoSpaceLeft = 28;
    private const int QuotaExceededOnLinux = 122;
    private const int HandleDiskFull = unchecked((int)0x80070027);
    private const int DiskFull = unchecked((int)0x80070070);

    public static MediaException? Explain(Exception failure) => failure switch
    {
        IOException { HResult: NoSpaceLeft or QuotaExceededOnLinux or HandleDiskFull or DiskFull } => new(ReasonCode.StorageFull, failure),
        IOException or UnauthorizedAccessException or RequestFailedException => new(ReasonCode.StoreUnavailable, failure),
        AggregateException several when several.InnerExceptions.All(inner => inner is RequestFailedException or IOException) =>
            new(ReasonCode.StoreUnavailable, failure),
        _ => null,
    };

    public static T Explaining<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (Explain(failure) is { } explained)
        {
            throw explained;
        }
    }

    public static void Explaining(Action action) => Explaining(() =>
    {
        action();
        return true;
    });

    public static async Task<T> ExplainingAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception failure) when (Explain(failure) is { } explained)
        {
            throw explained;
        }
    }

    public static Task ExplainingAsync(Func<Task> action) => ExplainingAsync(async () =>
    {
        await action();
        return true;
    });
}
