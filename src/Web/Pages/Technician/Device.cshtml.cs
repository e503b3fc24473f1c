using MediaGuard.Media;
using MediaGuard.Records.Devices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MediaGuard.Web.Pages.Technician;

/// <summary>One device: lost and found, lent and returned, and what of its photos is open.</summary>
internal sealed class DeviceModel(IDeviceBook book, SchoolCalendar calendar) : SchoolPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DeviceDetail Detail { get; private set; } = null!;
    public IReadOnlyList<HolderView> Holders { get; private set; } = [];
    public DateOnly Today { get; private set; }
    public string? Wrong { get; private set; }

    /// <summary>A loan as it was typed and not written down.</summary>
    public NewLoan? Typed { get; private set; }

    private DeviceId Device => new(Id);

    public static string Say(DateOnly day) => day.ToString("d MMMM yyyy", Words.Culture);

    public static string Counts(DeviceView device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return device.Until is { } until ? Words.Text($"{Say(device.From)} to {Say(until)}") : Words.Text($"from {Say(device.From)}");
    }

    public static string Say(LoanView loan)
    {
        ArgumentNullException.ThrowIfNull(loan);
        return loan.ReturnedOn is { } back ? Words.Text($"from {Say(loan.From)}, back {Say(back)} · agreement {loan.SignedVersion} signed {Say(loan.SignedOn)}")
            : loan.DueOn is { } due ? Words.Text($"from {Say(loan.From)}, due back {Say(due)} · agreement {loan.SignedVersion} signed {Say(loan.SignedOn)}")
            : Words.Text($"from {Say(loan.From)} · agreement {loan.SignedVersion} signed {Say(loan.SignedOn)}");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await LoadAsync(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet() => TakeNote();

    public async Task<IActionResult> OnPostLoseAsync(CancellationToken cancellationToken) =>
        await EndAsync(await book.LoseAsync(Me.School, Device, Me.User, cancellationToken), Words.Text("Marked as lost. An incident is open with the safeguarding lead."), cancellationToken);

    public async Task<IActionResult> OnPostFoundAsync(CancellationToken cancellationToken) =>
        await EndAsync(await book.FindAgainAsync(Me.School, Device, Me.User, cancellationToken), Words.Text("It counts again."), cancellationToken);

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancellationToken) =>
        await EndAsync(await book.ReturnAsync(Me.School, Device, Me.User, cancellationToken), Words.Text("It is back."), cancellationToken);

    public async Task<IActionResult> OnPostLendAsync(Guid? holder, DateOnly? from, DateOnly? due, string? version, DateOnly? signed, CancellationToken cancellationToken)
    {
        Typed = new NewLoan(new PersonId(holder ?? default), from ?? Today, due, version?.Trim() ?? "", signed ?? Today);
        if (!ModelState.IsValid || holder is null || from is null || signed is null)
        {
            return await EndAsync(new DeviceOutcome(Device, Words.Text("Choose who gets it, and give the day it goes and the day the agreement was signed.")), "", cancellationToken);
        }

        return await EndAsync(await book.LendAsync(Me.School, Device, Typed, Me.User, cancellationToken), Words.Text("The loan is written down."), cancellationToken);
    }

    private async Task<IActionResult> EndAsync(DeviceOutcome outcome, string note, CancellationToken cancellationToken)
    {
        if (outcome.Wrong is { } wrong)
        {
            Wrong = wrong;
            await LoadAsync(cancellationToken);
            return Page();
        }

        Leave(note);
        return Redirect($"/technician/devices/{Device}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await book.FindAsync(Me.School, Device, cancellationToken) is not { } detail)
        {
            return false;
        }

        Detail = detail;
        Holders = [.. (await book.HoldersAsync(Me.School, cancellationToken)).Where(h => !h.HasLeft)];
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        return true;
    }
}
