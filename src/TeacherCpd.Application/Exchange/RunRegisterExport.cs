using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Exchange.Records;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>
/// Makes an export, portion by portion in the order of people's ids: broken off, it goes on behind the last one. The rows are described in
/// docs/exchange.md.
/// </summary>
/// <param name="OnPeople">Told after each portion: people looked at so far.</param>
[SystemOnly]
public sealed record RunRegisterExportCommand(Guid ExportId, Action<int>? OnPeople = null) : IRequest<Result<Done>>;

internal sealed class RunRegisterExportHandler(IAppDbContext db, IMediator mediator, TimeProvider time) : IRequestHandler<RunRegisterExportCommand, Result<Done>>
{
    private const int PrintBytes = 24;

    public async Task<Result<Done>> Handle(RunRegisterExportCommand request, CancellationToken cancellationToken)
    {
        var export = await db.RegisterExports.AsNoTracking().SingleOrDefaultAsync(e => e.Id == request.ExportId, cancellationToken);
        if (export is not { Status: RegisterExportStatus.Making })
        {
            return Done.Value;
        }

        var path = await db.Organisations.Where(o => o.Id == export.PlaceId).Select(o => o.Path).SingleAsync(cancellationToken);
        var before = export.AfterId is { } after ? await PrintsAsync(after, cancellationToken) : null;
        var kept = await db.RegisterExportPortions
            .Where(p => p.ExportId == export.Id)
            .OrderByDescending(p => p.Number)
            .Select(p => new { p.Number, p.LastPersonId })
            .FirstOrDefaultAsync(cancellationToken);
        var (number, last) = kept is null ? (0, Guid.Empty) : (kept.Number + 1, kept.LastPersonId);
        for (var looked = 0; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var people = await PeopleAsync(path, last, cancellationToken);
            if (people.Count == 0)
            {
                break;
            }

            if ((await mediator.Send(PortionOf(people, before, export.Id, number++, last = people[^1].Id), cancellationToken)).Error is { } refused)
            {
                return refused;
            }

            request.OnPeople?.Invoke(looked += people.Count);
        }

        if (before is not null && await GoneAsync(export.Id, before, cancellationToken) is { Count: > 0 } gone)
        {
            // those of whom nothing is told any more
            await mediator.Send(new KeepRegisterExportPortionCommand(export.Id, number, last, gone.Count, [.. gone.Select(iin => RegisterExportRows.Gone(iin))], []), cancellationToken);
        }

        return await mediator.Send(new FinishRegisterExportCommand(export.Id), cancellationToken);
    }

    private Task<List<PersonRecord>> PeopleAsync(string path, Guid last, CancellationToken cancellationToken)
    {
        var today = time.Today();
        return db.PersonRecordsAsync(
            db.WorkingBelow([path], today).Where(p => p.Id.CompareTo(last) > 0).OrderBy(p => p.Id).Take(RegisterExport.PortionPeople), today, cancellationToken);
    }

    private static KeepRegisterExportPortionCommand PortionOf(List<PersonRecord> people, Dictionary<Guid, long>? before, Guid exportId, int number, Guid last)
    {
        var (rows, told) = (new List<string[]>(), 0);
        var prints = new byte[people.Count * PrintBytes];
        foreach (var (person, at) in people.Select((p, i) => (p, i)))
        {
            var own = RegisterExportRows.Of(person);
            var print = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', own.Select(row => string.Join('\t', row))))));
            person.Id.TryWriteBytes(prints.AsSpan(at * PrintBytes));
            BinaryPrimitives.WriteInt64LittleEndian(prints.AsSpan((at * PrintBytes) + 16), print);
            if (before is null || !before.TryGetValue(person.Id, out var was) || was != print)
            {
                rows.AddRange(own);
                told++;
            }
        }

        return new KeepRegisterExportPortionCommand(exportId, number, last, told, rows, prints);
    }

    private async Task<Dictionary<Guid, long>> PrintsAsync(Guid exportId, CancellationToken cancellationToken)
    {
        var prints = new Dictionary<Guid, long>();
        await foreach (var portion in db.RegisterExportPortions.Where(p => p.ExportId == exportId).Select(p => p.Prints).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            for (var at = 0; at < portion.Length; at += PrintBytes)
            {
                prints[new Guid(portion.AsSpan(at, 16))] = BinaryPrimitives.ReadInt64LittleEndian(portion.AsSpan(at + 16));
            }
        }

        return prints;
    }

    private async Task<List<string>> GoneAsync(Guid exportId, Dictionary<Guid, long> before, CancellationToken cancellationToken)
    {
        var gone = new List<string>();
        foreach (var some in before.Keys.Except((await PrintsAsync(exportId, cancellationToken)).Keys).Order().Chunk(RegisterExport.PortionPeople))
        {
            gone.AddRange(await db.Persons.Where(p => EF.Parameter(some).Contains(p.Id)).OrderBy(p => p.Id).Select(p => p.Iin).ToListAsync(cancellationToken));
        }

        return gone;
    }
}
