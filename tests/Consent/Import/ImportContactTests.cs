using System.Collections.Immutable;
using MediaGuard.Consent.Import;
using MediaGuard.Media;

namespace MediaGuard.Consent.Tests.Import;

/// <summary>Parents and guardians of a file: how they are read, and what they change of the register.</summary>
[Property("Requirement", "C4")]
public sealed class ImportContactTests
{
    private const string Heading = "UPN,Legal Surname,Legal Forename,Contact 1,Contact 1 Email,Contact 1 Parental Responsibility,Parent 2 Name";
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly Guid Known = Guid.CreateVersion7();

    [TestCase("Yes", true)]
    [TestCase("y", true)]
    [TestCase("No", false)]
    [TestCase("", null)]
    [TestCase("mother", null)]
    public void Read_Responsibility_IsOnlyWhatTheListSays(string word, bool? expected) =>
        Assert.That(Read($"A1,Birch,Bo,Pat Birch,pat@example.org,{word},").Contacts.Single(), Is.EqualTo(new FileContact("Pat Birch", "pat@example.org", expected)));

    [Test]
    public void Read_TwoContacts_BothInOrder() =>
        Assert.That(Read("A1,Birch,Bo,Pat Birch,,,\"Elm, Eli\"").Contacts.Select(c => c.Name), Is.EqualTo(new[] { "Pat Birch", "Eli Elm" }));

    [Test]
    public void Read_AnEmailWithoutAName_IsNobody() => Assert.That(Read("A1,Birch,Bo,,pat@example.org,Yes,").Contacts, Is.Empty);

    [TestCase("pat@example.org", true)]
    [TestCase("pat.o'birch+school@mail.example.org", true)]
    [TestCase("pat@example", false)]
    [TestCase("@example.org", false)]
    [TestCase("pat@.a", false)]
    [TestCase("pat example.org", false)]
    [TestCase("pat@exa mple.org", false)]
    [TestCase("pat@a.org;eli@a.org", false)]
    [TestCase("<pat@example.org>", false)]
    [TestCase("pat>@example.org", false)]
    public void Read_AnAddress_IsOneOrIsFlaggedAndLeftOut(string address, bool isOne)
    {
        var content = ImportReader.Read(Files.Of(Heading, $"A1,Birch,Bo,Pat Birch,{address},Yes,"), null, []);
        Assert.That(content.Rows.Single().Contacts.Single().Email, Is.EqualTo(isOne ? address : ""));
        Assert.That(content.Remarks.Where(r => r.Kind == RemarkKind.EmailUnclear).Select(r => (r.Weight, r.Row, r.Detail)), Is.EqualTo(isOne ? [] : new[] { (RemarkWeight.Flag, (int?)2, address) }));
    }

    [TestCase(254, true)]
    [TestCase(255, false)]
    public void Read_ALongAddress_IsOneUpToWhatMailAllows(int length, bool isOne)
    {
        var address = "pat@" + string.Join('.', Enumerable.Repeat(new string('a', 49), 4)) + ".";
        address += new string('b', length - address.Length);
        Assert.That(Read($"A1,Birch,Bo,Pat Birch,{address},Yes,").Contacts.Single().Email.Length, Is.EqualTo(isOne ? length : 0));
    }

    [TestCase(200, 1)]
    [TestCase(201, 0)]
    public void Read_ALongContactName_IsReadUpToTwoHundred(int length, int contacts) =>
        Assert.That(Read($"A1,Birch,Bo,{new string('P', length)},,,").Contacts, Has.Length.EqualTo(contacts));

    [Test]
    public void Plan_AContactTheRegisterLacks_IsAdded()
    {
        var change = Plan(Person(), new FileContact("Eli Elm", "eli@example.org", true)).Changes.Single();
        Assert.That((change.Kind, change.Contact, change.Guardian), Is.EqualTo((ImportChangeKind.NewGuardian, new FileContact("Eli Elm", "eli@example.org", true), (Guid?)null)));
        Assert.That(change.Person, Is.Not.Null);
    }

    [Test]
    public void Plan_ContactsOfANewPupil_ComeWithThem()
    {
        var contacts = new[] { new FileContact("Pat Birch", "", true), new FileContact("pat birch", "", false), new FileContact("Eli Elm", "", null) };
        var added = ImportPlanner.Plan(Content(contacts), new KnownRegister(Today, [], []), new ImportLimits()).Changes.Where(c => c.Kind == ImportChangeKind.NewGuardian);
        Assert.That(added.Select(c => (c.Person, c.Contact!.Name)), Is.EqualTo(new[] { ((PersonId?)null, "Pat Birch"), (null, "Eli Elm") }), "one name is one person");
    }

    [TestCase("pat@example.org", true, false)]
    [TestCase("PAT@example.org", true, false, Description = "upper and lower case are one address")]
    [TestCase("", true, false, Description = "an empty cell says nothing")]
    [TestCase("pat@example.org", null, false, Description = "and neither does no word of responsibility")]
    [TestCase("new@example.org", true, true)]
    public void Plan_AContactTheRegisterHas_IsChangedWhereTheFileSaysOtherwise(string email, bool? responsible, bool changes)
    {
        var plan = Plan(Person(), new FileContact("pat BIRCH", email, responsible));
        Assert.That(plan.Changes.Select(c => (c.Kind, c.Guardian, c.Contact)), Is.EqualTo(changes ? new[] { (ImportChangeKind.GuardianChanged, (Guid?)Known, (FileContact?)new FileContact("Pat Birch", email, true)) } : []));
        Assert.That(plan.Remarks, Is.Empty);
    }

    [Test]
    public void Plan_ResponsibilityTheFileTakesAway_IsKeptAndAConflict()
    {
        var plan = Plan(Person(), new FileContact("Pat Birch", "", false));
        Assert.That(plan.Changes, Is.Empty);
        Assert.That(plan.Remarks.Select(r => (r.Kind, r.Weight, r.Row)), Is.EqualTo(new[] { (RemarkKind.ResponsibilityOnRecord, RemarkWeight.Conflict, (int?)2) }));
    }

    [Test]
    public void Plan_ResponsibilityNobodyHad_TakenAwayAgain_IsNoConflict() =>
        Assert.That(Plan(Person(new KnownGuardian(Known, "Pat Birch", "", false, false)), new FileContact("Pat Birch", "", false)).Remarks, Is.Empty);

    [Test]
    public void Plan_AGuardianWhoseTimeEnded_IsNotBroughtBack()
    {
        var plan = Plan(Person(new KnownGuardian(Known, "Pat Birch", "", true, true)), new FileContact("Pat Birch", "new@example.org", true));
        Assert.That(plan.Changes, Is.Empty);
        Assert.That(plan.Remarks.Select(r => (r.Kind, r.Weight, r.Row)), Is.EqualTo(new[] { (RemarkKind.GuardianEnded, RemarkWeight.Note, (int?)2) }));
    }

    [Test]
    public void Plan_OneNameEndedAndOneNot_MeansTheOneWhoIs()
    {
        var still = Guid.CreateVersion7();
        var plan = Plan(Person(new KnownGuardian(Known, "Pat Birch", "", true, true), new KnownGuardian(still, "Pat Birch", "", true, false)), new FileContact("Pat Birch", "new@example.org", true));
        Assert.That(plan.Changes.Select(c => c.Guardian), Is.EqualTo(new Guid?[] { still }));
    }

    private static ImportRow Read(string row) => ImportReader.Read(Files.Of(Heading, row), null, []).Rows.Single();

    private static ImportPlan Plan(KnownPerson person, params FileContact[] contacts) => ImportPlanner.Plan(Content(contacts), new KnownRegister(Today, [person], []), new ImportLimits());

    private static KnownPerson Person(params KnownGuardian[] guardians) =>
        new(PersonId.New(), true, "A1", "Bo Birch", "Bo", null, null, [GroupId.New()], ImmutableDictionary<PurposeId, KnownAnswer>.Empty)
        {
            Guardians = guardians.Length > 0 ? [.. guardians] : [new KnownGuardian(Known, "Pat Birch", "pat@example.org", true, false)],
        };

    private static ImportContent Content(FileContact[] contacts)
    {
        var row = new ImportRow(2, "A1", "Bo Birch", "Bo", "", null, null, ImmutableDictionary<PurposeId, FileAnswer>.Empty) { Contacts = [.. contacts] };
        return new ImportContent("UTF-8", ",", "sims", [], new ColumnPlan(0, null, 1, 2, null, null, null, null, null, ImmutableSortedDictionary<string, int>.Empty), [row], null, false, false, []);
    }
}
