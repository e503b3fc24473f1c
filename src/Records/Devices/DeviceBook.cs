using MediaGuard.Consent.Incidents;
using MediaGuard.Media;
using MediaGuard.Records.Incidents;
using MediaGuard.Records.Register;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Devices;

internal sealed class DeviceBook(IRecordsFactory factory, IHeads heads, Redecider redecider, TimeProvider clock) : IDeviceBook
{
    private static string NoSuch => Words.Text("There is no such device.");

    public async Task<IReadOnlyList<DeviceView>> ListAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await new DeviceReader(db, clock).ListAsync(cancellationToken);
    }

    public async Task<DeviceDetail?> FindAsync(SchoolId school, DeviceId device, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await new DeviceReader(db, clock).FindAsync(device, cancellationToken);
    }

    public async Task<IReadOnlyList<HolderView>> HoldersAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await new DeviceReader(db, clock).HoldersAsync(cancellationToken);
    }

    public async Task<Leaving?> LeavingAsync(SchoolId school, PersonId person, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await new DeviceReader(db, clock).LeavingAsync(person, cancellationToken);
    }

    public async Task<DeviceOutcome> AddAsync(SchoolId school, NewDevice device, UserId? by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await DeviceChecks.OfAsync(head.Context, device, null, cancellationToken) is { } wrong)
        {
            return new DeviceOutcome(default, wrong);
        }

        var id = head.AddDevice(device, by);
        await EndAsync(head, cancellationToken);
        return new DeviceOutcome(id);
    }

    public Task<DeviceOutcome> EditAsync(SchoolId school, DeviceId device, NewDevice edit, UserId? by, CancellationToken cancellationToken) => ChangeAsync(
        school,
        device,
        async (head, row) =>
        {
            if (await DeviceChecks.OfAsync(head.Context, edit, device, cancellationToken) is { } wrong)
            {
                return wrong;
            }

            head.EditDevice(row, edit, by);
            return null;
        },
        cancellationToken);

    public Task<DeviceOutcome> LoseAsync(SchoolId school, DeviceId device, UserId? by, CancellationToken cancellationToken) => ChangeAsync(
        school,
        device,
        (head, row) =>
        {
            if (row.LostOn is not null)
            {
                return Task.FromResult<string?>(Words.Text("It is marked as lost already."));
            }

            row.LostOn = head.Today;
            Changed(head, row, "device-lost", by);
            head.OpenIncident(new NewIncident(IncidentKind.LostDevice, "", Device: device), by);
            return Task.FromResult<string?>(null);
        },
        cancellationToken);

    public Task<DeviceOutcome> FindAgainAsync(SchoolId school, DeviceId device, UserId? by, CancellationToken cancellationToken) => ChangeAsync(
        school,
        device,
        (head, row) =>
        {
            if (row.LostOn is null)
            {
                return Task.FromResult<string?>(Words.Text("It is not marked as lost."));
            }

            row.LostOn = null;
            Changed(head, row, "device-found", by);
            return Task.FromResult<string?>(null);
        },
        cancellationToken);

    public Task<DeviceOutcome> LendAsync(SchoolId school, DeviceId device, NewLoan loan, UserId? by, CancellationToken cancellationToken) => ChangeAsync(
        school,
        device,
        async (head, row) =>
        {
            if (row.LostOn is not null || await head.Context.Loans.AnyAsync(l => l.DeviceId == device && l.ReturnedOn == null, cancellationToken))
            {
                return Words.Text("It is lost or on loan already: it must come back first.");
            }

            if (await DeviceChecks.OfAsync(head.Context, loan, cancellationToken) is { } wrong)
            {
                return wrong;
            }

            head.Context.Loans.Add(new LoanRow
            {
                SchoolId = school,
                Id = Guid.CreateVersion7(),
                DeviceId = device,
                HolderId = loan.Holder,
                From = loan.From,
                DueOn = loan.DueOn,
                SignedVersion = loan.SignedVersion,
                SignedOn = loan.SignedOn,
            });
            head.Audit("device-lent", device.ToString(), loan.Holder.ToString(), by);
            return null;
        },
        cancellationToken);

    public Task<DeviceOutcome> ReturnAsync(SchoolId school, DeviceId device, UserId? by, CancellationToken cancellationToken) => ChangeAsync(
        school,
        device,
        async (head, _) =>
        {
            if (await head.Context.Loans.FirstOrDefaultAsync(l => l.DeviceId == device && l.ReturnedOn == null, cancellationToken) is not { } loan)
            {
                return Words.Text("It is not on loan.");
            }

            loan.ReturnedOn = head.Today;
            head.Audit("device-returned", device.ToString(), loan.HolderId.ToString(), by);
            return null;
        },
        cancellationToken);

    private static void Changed(HeadTransaction head, DeviceRow row, string act, UserId? by)
    {
        row.Version++;
        head.DeviceChanged(row);
        head.RegisterChanged(act, row.Id.ToString(), "", by);
    }

    private async Task<DeviceOutcome> ChangeAsync(SchoolId school, DeviceId device, Func<HeadTransaction, DeviceRow, Task<string?>> change, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await head.Context.Devices.FirstOrDefaultAsync(d => d.Id == device, cancellationToken) is not { } row)
        {
            return new DeviceOutcome(device, NoSuch);
        }

        if (await change(head, row) is { } wrong)
        {
            return new DeviceOutcome(device, wrong);
        }

        await EndAsync(head, cancellationToken);
        return new DeviceOutcome(device);
    }

    private async Task EndAsync(HeadTransaction head, CancellationToken cancellationToken)
    {
        await redecider.RunAsync(head, [], cancellationToken);
        await head.CommitAsync(cancellationToken);
    }
}
