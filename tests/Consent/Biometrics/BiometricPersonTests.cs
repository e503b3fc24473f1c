using System.Collections.Immutable;
using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using static MediaGuard.Consent.Tests.Build;

namespace MediaGuard.Consent.Tests.Biometrics;

public sealed class BiometricPersonTests
{
    private static readonly PersonId Ali = Persons(1)[0];
    private static readonly BiometricGuardian Told = new(Today.AddDays(-20), null);
    private static readonly BiometricPerson Whole = new(Ali, PersonKind.Pupil, Standing.Given, true, true, null, [Told, Told]);

    private static IEnumerable<TestCaseData> Lacking()
    {
        yield return new TestCaseData(Whole with { Guardians = [] }, EnrolmentGap.NoGuardianOnRecord);
        yield return new TestCaseData(Whole with { Guardians = [Told, new(null, null)] }, EnrolmentGap.GuardianNotNotified);
        yield return new TestCaseData(Whole with { Guardians = [Told, new(Today.AddDays(1), null)] }, EnrolmentGap.GuardianNotNotified);
        yield return new TestCaseData(Whole with { Guardians = [Told, Told with { ObjectedOn = Today }] }, EnrolmentGap.GuardianObjects);
        yield return new TestCaseData(Whole with { RefusedOn = Today }, EnrolmentGap.PersonRefused);
        yield return new TestCaseData(Whole with { HasWrittenConsent = false }, EnrolmentGap.ConsentNotWritten);
        yield return new TestCaseData(Whole with { IsByParent = false }, EnrolmentGap.ConsentNotByParent);
        yield return new TestCaseData(Whole with { Standing = Standing.NotOnRecord }, EnrolmentGap.NoConsent);
        yield return new TestCaseData(Whole with { Standing = Standing.Expired }, EnrolmentGap.NoConsent);
        yield return new TestCaseData(Whole with { Standing = Standing.Refused }, EnrolmentGap.ConsentRefused);
        yield return new TestCaseData(Whole with { Standing = Standing.Left }, EnrolmentGap.HasLeft);
    }

    [TestCaseSource(nameof(Lacking))]
    [Property("Requirement", "L1")]
    public void Gaps_OneThingMissing_IsThatAndPermitsNothing(BiometricPerson person, EnrolmentGap gap)
    {
        Assert.That(person.Gaps(Today), Is.EqualTo(new[] { gap }));
        Assert.That(person.Permits(Today), Is.False);
    }

    [Test]
    public void Gaps_NothingMissing_IsEmpty() => Assert.That(Whole.Gaps(Today), Is.Empty);

    [Test]
    public void Gaps_Adult_AsksNoGuardian() => Assert.That((Whole with { Kind = PersonKind.Staff, IsByParent = false, Guardians = [] }).Gaps(Today), Is.Empty);

    [Test]
    public void Sentences_EveryGap_HasItsOwn() =>
        Assert.That(
            Enum.GetValues<EnrolmentGap>().Select(BiometricSentences.For).Concat(Enum.GetValues<MatchingGap>().Select(BiometricSentences.For)),
            Is.Unique.And.All.Not.Empty);

    [Test]
    [Property("Requirement", "L1")]
    public void Allows_EveryCombination_OnlyWithEverybodyOrAdvice([Values] bool isOn, [Values] bool hasAdvice, [Values] bool allPermit, [Values("null", "empty", "two", "unknown")] string pool)
    {
        var bea = Persons(2)[1];
        var people = new[] { Whole, Whole with { Id = bea, HasWrittenConsent = allPermit } }.ToImmutableDictionary(p => p.Id);
        PersonId[]? asked = pool switch { "null" => null, "empty" => [], "two" => [Ali, bea], _ => [Ali, Persons(3)[2]] };

        var allowed = ComparingRule.Allows(isOn, hasAdvice, asked, people, Today);

        Assert.That(allowed, Is.EqualTo(isOn && pool is "two" or "unknown" && isOn && (hasAdvice || (pool == "two" && allPermit))));
    }

    [Test]
    [Property("Requirement", "L3")]
    public void Order_WithoutAnything_ListsAllAndAFutureDateIsRefused()
    {
        Assert.That(new MatchingOrder(null, " ", null).Gaps(Today), Is.EqualTo(new[] { MatchingGap.AssessmentDate, MatchingGap.AssessmentReference, MatchingGap.LeadName }));
        Assert.That(new MatchingOrder(Today.AddDays(1), "DPIA 7", "Jo").Gaps(Today), Is.EqualTo(new[] { MatchingGap.AssessmentInFuture }));
        Assert.That(new MatchingOrder(Today, "DPIA 7", "Jo").Gaps(Today), Is.Empty);
    }
}
