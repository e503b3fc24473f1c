using MediaGuard.Consent.Register;

namespace MediaGuard.Records.Policies;

/// <summary>What the lead wants of one purpose. It says something of yeses given from then on; those given before keep their last day.</summary>
/// <param name="Lasts">How long a yes lasts unless the family said otherwise.</param>
/// <param name="Months">For <see cref="ConsentLength.Months"/>, from 1.</param>
public sealed record PurposeEdit(string Purpose, ConsentLength Lasts, int Months, LawfulBasis Basis) : PolicyEdit
{
    /// <summary>As a purpose stands.</summary>
    public static PurposeEdit Of(PurposeSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return new(setting.Purpose, setting.Lasts, setting.Months, setting.Basis);
    }

    /// <summary>A purpose the school does not have is not added.</summary>
    internal PolicyDocument On(PolicyDocument document)
    {
        var stored = document.Purposes.FirstOrDefault(p => p.Purpose == Purpose);
        var before = stored ?? new PurposeSetting { Purpose = Purpose };
        var after = before with { Lasts = Lasts, Months = Lasts is ConsentLength.Months ? Months : before.Months, Basis = Basis };
        return after == before || Purposes.Of(document).All(p => p.Purpose != Purpose)
            ? document
            : document with { Purposes = stored is null ? [.. document.Purposes, after] : document.Purposes.Replace(stored, after) };
    }
}
