namespace MediaGuard.Records.Matching;

/// <summary>Advice the lead recorded.</summary>
/// <param name="By">Who gave it.</param>
public sealed record LegalAdvice(DateOnly On, string Reference, string By)
{
    public override string ToString() => nameof(LegalAdvice);
}
