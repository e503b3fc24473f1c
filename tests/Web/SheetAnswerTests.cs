using CsCheck;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Web.Pages;

namespace MediaGuard.Web.Tests;

public sealed class SheetAnswerTests
{
    private static readonly MediaId[] Pictures = [.. Enumerable.Range(0, 6).Select(_ => MediaId.New())];
    private static readonly PersonId[] People = [.. Enumerable.Range(0, 4).Select(_ => PersonId.New())];

    [Test]
    public void Read_AnySheet_SaysOfEachPictureAndListedPersonExactlyOneThing() =>
        Gen.Bool.Array[Pictures.Length * People.Length].Sample(taps =>
        {
            var tapped = Pictures.SelectMany((m, i) => People.Where((_, j) => taps[(i * People.Length) + j]).Select(p => (m, p))).ToHashSet();
            var said = SheetAnswer.Read(Pictures, People, tapped);
            return said.Count == Pictures.Length * (People.Length + 1)
                && Pictures.All(m => said.Count(s => s.Media == m && s.Kind == AttestationKind.NobodyFromOutside) == 1)
                && Pictures.All(m => People.All(p =>
                    said.Single(s => s.Media == m && s.Person == p).Kind == (tapped.Contains((m, p)) ? AttestationKind.InPicture : AttestationKind.Absent)));
        });

    [Test]
    public void Batch_AnySheet_SaysWhoWasAskedAboutAndTappedWhere() =>
        Gen.Bool.Array[Pictures.Length * People.Length].Sample(taps =>
        {
            var tapped = Pictures.SelectMany((m, i) => People.Where((_, j) => taps[(i * People.Length) + j]).Select(p => (m, p))).ToHashSet();
            var batch = SheetAnswer.Batch(GroupId.New(), ChannelId.Seesaw, Pictures, People[..3], tapped);
            return batch.Listed.SetEquals(People[..3])
                && batch.Tapped.Count == Pictures.Length
                && Pictures.All(m => batch.Tapped[m].SetEquals(People[..3].Where(p => tapped.Contains((m, p)))));
        });

    [Test]
    public void Read_TapForSomebodyNotListed_SaysNothingOfThem()
    {
        var stranger = PersonId.New();
        var said = SheetAnswer.Read([Pictures[0]], [People[0]], new HashSet<(MediaId, PersonId)> { (Pictures[0], stranger) });
        Assert.That(said.Any(s => s.Person == stranger), Is.False);
        Assert.That(said.Single(s => s.Person == People[0]).Kind, Is.EqualTo(AttestationKind.Absent));
    }

    [Test]
    public void Read_NobodyListed_SaysOnlyThatNobodyCameFromOutside()
    {
        var said = SheetAnswer.Read(Pictures, [], new HashSet<(MediaId, PersonId)>());
        Assert.That(said.Select(s => s.Kind).Distinct(), Is.EqualTo(new[] { AttestationKind.NobodyFromOutside }));
        Assert.That(said, Has.Count.EqualTo(Pictures.Length));
    }
}
