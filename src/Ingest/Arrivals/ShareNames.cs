using System.Buffers;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>What a folder of the share may be called.</summary>
public static class ShareNames
{
    private static readonly SearchValues<char> Elsewhere = SearchValues.Create("/\\:*?\"<>|");

    /// <summary>Every system can spell it, and no look through the share passes it over.</summary>
    public static bool IsOrdinary(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > 0 && name == name.Trim(' ', '.') && !name.AsSpan().ContainsAny(Elsewhere) && !name.Any(char.IsControl) && !PassedOver.Is(name);
    }
}
