using MediaGuard.Media;
using MediaGuard.Vision.Matching;

namespace MediaGuard.Vision.Tests.Matching;

public sealed class MatchGalleryTests
{
    private static readonly PersonId[] People = [.. Enumerable.Range(1, 3).Select(n => new PersonId(new Guid(n, 0, 0, new byte[8])))];

    [TestCase(0.55, 0.30, MatchAnswer.ThisPerson)]
    [TestCase(0.49, 0.30, MatchAnswer.NotSure)]
    [TestCase(0.55, 0.46, MatchAnswer.NotSure)]
    [TestCase(0.29, 0.10, MatchAnswer.NobodyEnrolled)]
    public void Identify_InThePool_NeedsThresholdAndMargin(double first, double second, MatchAnswer answer) =>
        Assert.That(Identify((first, true), (second, true)), Is.EqualTo((answer, answer == MatchAnswer.ThisPerson ? People[0] : (PersonId?)null)));

    [TestCase(0.55, MatchAnswer.NotSure)]
    [TestCase(0.65, MatchAnswer.ThisPerson)]
    public void Identify_FromAnotherClass_NeedsMore(double likeness, MatchAnswer answer) => Assert.That(Identify((likeness, false), (0.1, true)).Answer, Is.EqualTo(answer));

    [Test]
    public void Identify_SomebodyElseOfTheSchoolIsNear_IsNotSure() => Assert.That(Identify((0.60, true), (0.55, false)).Answer, Is.EqualTo(MatchAnswer.NotSure));

    [Test]
    public void Identify_OnePersonTwice_IsNoRivalOfTheirOwn() => Assert.That(Identify((0.60, true), (0.58, true), samePerson: true), Is.EqualTo((MatchAnswer.ThisPerson, (PersonId?)People[0])));

    [Test]
    public void Identify_NobodyEnrolled_IsNobody()
    {
        using var gallery = new MatchGallery([]);
        Assert.That(gallery.Identify(At(1, 0, 0)).Answer, Is.EqualTo(MatchAnswer.NobodyEnrolled));
    }

    [Test]
    public void Embedding_BytesAndBack_AreTheSameAndClearLeavesNothing()
    {
        var face = At(0.6, 0.5, 0.1);
        var again = FaceEmbedding.FromBytes(face.ToBytes());
        Assert.That(again.Similarity(face), Is.EqualTo(1).Within(1e-6));
        Assert.That(face.ToString(), Does.Not.Match("[0-9]\\."));
        face.Clear();
        Assert.That(face.ToBytes(), Has.All.Zero);
        Assert.That(() => FaceEmbedding.FromBytes(new byte[FaceEmbedding.Bytes]), Throws.ArgumentException);
        Assert.That(() => FaceEmbedding.FromBytes(new byte[12]), Throws.ArgumentException);
    }

    private static (MatchAnswer Answer, PersonId? Person) Identify((double Likeness, bool InPool) first, (double Likeness, bool InPool) second, bool samePerson = false)
    {
        using var gallery = new MatchGallery([new EnrolledFace(People[0], At(1, 0, 0), first.InPool), new EnrolledFace(samePerson ? People[0] : People[1], At(0, 1, 0), second.InPool)]);
        var rest = Math.Sqrt(Math.Max(0, 1 - (first.Likeness * first.Likeness) - (second.Likeness * second.Likeness)));
        var (answer, person, _) = gallery.Identify(At(first.Likeness, second.Likeness, rest));
        return (answer, person);
    }

    private static FaceEmbedding At(double x, double y, double z)
    {
        var values = new float[FaceEmbedding.Size];
        (values[0], values[1], values[2]) = ((float)x, (float)y, (float)z);
        return FaceEmbedding.Of(values);
    }
}
