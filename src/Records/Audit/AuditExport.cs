using System.Text.Json;

namespace MediaGuard.Records.Audit;

/// <summary>An entry as it is exported: everything its hash is made of, so that the chain can be walked elsewhere.</summary>
public static class AuditExport
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    /// <summary>One JSON object, on one line.</summary>
    public static string AsJson(AuditLine entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return JsonSerializer.Serialize(
            new
            {
                sequence = entry.Sequence,
                at = entry.At.ToString(),
                microseconds = entry.At.Microseconds,
                actor = entry.Actor?.ToString(),
                act = entry.Act,
                subject = entry.Subject,
                detail = entry.Detail,
                previous = entry.Previous,
                hash = entry.Hash,
            },
            Lines);
    }
}
