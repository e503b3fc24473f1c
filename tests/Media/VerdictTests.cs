namespace MediaGuard.Media.Tests;

public sealed class VerdictTests
{
    [Test]
    public void Order_FromBestToWorst_IsClearedHeldRefused() =>
        Assert.That(Enum.GetValues<Verdict>().Order(), Is.EqualTo([Verdict.Cleared, Verdict.Held, Verdict.Refused]));

    [Test, Combinatorial]
    public void Max_OfTwo_IsClearedOnlyWhenBothAre([Values] Verdict a, [Values] Verdict b)
    {
        var worst = (Verdict)Math.Max((int)a, (int)b);
        Assert.That(worst == Verdict.Cleared, Is.EqualTo(a == Verdict.Cleared && b == Verdict.Cleared));
        Assert.That(worst == Verdict.Refused, Is.EqualTo(a == Verdict.Refused || b == Verdict.Refused));
    }
}
