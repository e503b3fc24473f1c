using System.Collections.Immutable;
using MediaGuard.Consent.Register;

namespace MediaGuard.Records.Policies;

/// <summary>What the lead wants of one purpose. It says something of yeses given from then on; those given before keep their last day.</summary>
/// <param name="Lasts">How long a yes lasts unless the family said otherwise; one of <see cref="Lengths"/>.</param>
/// <param name="Months">For months, from 1.</param>
/// <param name="Basis">On what ground; one of <see cref="Bases"/>.</param>
public sealed record PurposeEdit(string Purpose, string Lasts, int Months, string Basis) : PolicyEdit
{
    /// <summary>Until the person leaves, until the end of the school year, or so many months.</summary>
    public static ImmutableArray<string> Lengths { get; } = ["until-left", "school-year", "months"];

    /// <summary>Consent, or the school's public task.</summary>
    public static ImmutableArray<string> Bases { get; } = ["consent", "public-task"];

    /// <summary>As a purpose stands.</summary>
    public static PurposeEdit Of(PurposeLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new(line.Purpose, line.Lasts, line.Months, line.Basis);
    }

    internal static PurposeLine Line(PurposeSetting setting) => new(
        setting.Purpose,
        setting.Name,
        setting.Lasts switch
        {
            ConsentLength.UntilLeft => Lengths[0],
            ConsentLength.SchoolYear => Lengths[1],
            ConsentLength.Months => Lengths[2],
        },
        setting.Months,
        setting.Basis switch
        {
            LawfulBasis.Consent => Bases[0],
            LawfulBasis.PublicTask => Bases[1],
        });

    /// <summary>A purpose the school does not have is not added; a word there is not leaves what it is about as it is.</summary>
    internal PolicyDocument On(PolicyDocument document)
    {
        var stored = document.Purposes.FirstOrDefault(p => p.Purpose == Purpose);
        var before = stored ?? new PurposeSetting { Purpose = Purpose };
        var after = before with
        {
            Lasts = Lasts switch
            {
                "until-left" => ConsentLength.UntilLeft,
                "school-year" => ConsentLength.SchoolYear,
                "months" => ConsentLength.Months,
                _ => before.Lasts,
            },
            Months = Lasts == "months" ? Months : before.Months,
            Basis = Basis switch
            {
                "consent" => LawfulBasis.Consent,
                "public-task" => LawfulBasis.PublicTask,
                _ => before.Basis,
            },
        };
        return after == before || Purposes.Of(document).All(p => p.Purpose != Purpose)
            ? document
            : document with { Purposes = stored is null ? [.. document.Purposes, after] : document.Purposes.Replace(stored, after) };
    }
}
