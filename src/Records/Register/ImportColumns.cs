using System.Text.Json;

namespace MediaGuard.Records.Register;

/// <summary>Which heading is what, as a person chose it; null takes the preset's. The form of a <c>--map</c> file.</summary>
public sealed record ImportColumns
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>sims, arbor, bromcom or scholarpack; null finds the one that knows most of the headings.</summary>
    public string? Preset { get; init; }
    public string? Key { get; init; }
    public string? FullName { get; init; }
    public string? Forename { get; init; }
    public string? Surname { get; init; }
    public string? Preferred { get; init; }
    public string? Nicknames { get; init; }
    public string? Class { get; init; }
    public string? Year { get; init; }
    public string? Leaving { get; init; }
    public string? Exported { get; init; }

    /// <summary>The first parent or guardian: name, e-mail, parental responsibility. An empty name reads no contacts.</summary>
    public string? Contact { get; init; }
    public string? ContactEmail { get; init; }
    public string? ContactResponsibility { get; init; }

    /// <summary>Headings of answers by purpose; an empty heading reads none for that purpose.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>The only words that are a yes, and those that are a no; null takes the preset's.</summary>
    public IReadOnlyList<string>? Yes { get; init; }
    public IReadOnlyList<string>? No { get; init; }

    /// <exception cref="JsonException">It is no mapping.</exception>
    public static ImportColumns Parse(string json) => JsonSerializer.Deserialize<ImportColumns>(json, Json) ?? throw new JsonException("The mapping is empty.");

    public string Write() => JsonSerializer.Serialize(this, Json);
}
