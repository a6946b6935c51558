using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>
/// Does what an import waits for: compares, writes what was confirmed, or takes it back. Portion by portion: stopped anywhere it goes on, and two
/// jobs of one import do nothing twice.
/// </summary>
/// <param name="OnRows">Told after each portion: rows so far.</param>
[SystemOnly]
public sealed record RunRegisterImportCommand(Guid ImportId, Action<int>? OnRows = null) : IRequest<Result<Done>>;

internal sealed class RunRegisterImportHandler(IAppDbContext db, IMediator mediator) : IRequestHandler<RunRegisterImportCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RunRegisterImportCommand request, CancellationToken cancellationToken)
    {
        var import = await db.RegisterImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.ImportId, cancellationToken);
        var error = import?.Status switch
        {
            RegisterImportStatus.Comparing => await new RegisterComparison(db, mediator, import).RunAsync(request.OnRows, cancellationToken),
            RegisterImportStatus.Applying => await WriteAsync(
                import, p => p.Pass < import.Passes, backwards: false, number => new ApplyRegisterPortionCommand(import.Id, number), request.OnRows, cancellationToken),
            RegisterImportStatus.Undoing => await WriteAsync(
                import, p => p.Changes != null, backwards: true, number => new UndoRegisterPortionCommand(import.Id, number), request.OnRows, cancellationToken),
            _ => null,
        };
        return error is null ? Done.Value : error;
    }

    private async Task<Error?> WriteAsync(
        RegisterImport import, System.Linq.Expressions.Expression<Func<RegisterPortion, bool>> open, bool backwards, Func<int, ICommand<int>> command, Action<int>? onRows, CancellationToken cancellationToken)
    {
        var numbers = await db.RegisterPortions.Where(p => p.ImportId == import.Id).Where(open).OrderBy(p => p.Number).Select(p => p.Number).ToListAsync(cancellationToken);
        if (backwards)
        {
            // what was written last is taken back first
            numbers.Reverse();
        }

        var rows = 0;
        foreach (var number in numbers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var done = await mediator.Send(command(number), cancellationToken);
            if (done.Error is { } refused)
            {
                return refused;
            }

            onRows?.Invoke(rows += done.Value);
        }

        return (await mediator.Send(new FinishRegisterStepCommand(import.Id, import.Status), cancellationToken)).Error;
    }
}
