using MediaGuard.Media;
using MediaGuard.Records.Register;

namespace MediaGuard.Web.Pages;

/// <summary>What became of a yes, as a sentence.</summary>
internal static class YesWords
{
    public static string For(GiveResult result) => result switch
    {
        GiveResult.Recorded => Words.Text("The yes is recorded."),
        GiveResult.NoResponsibility => Words.Text("Not recorded: only a parent or guardian with parental responsibility can say yes. Correct the guardian's entry if they have it."),
        GiveResult.RefusalStands => Words.Text("Not recorded: a no is on record, and it stands until the safeguarding lead records otherwise."),
        GiveResult.NoSuchPerson or GiveResult.Taken or GiveResult.Stale => Words.Text("Not recorded: the person is no longer on the register."),
    };
}
