using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Items;

/// <summary>Writes an item: begins it, or writes its draft anew.</summary>
/// <param name="ItemId">Id that the form carries: sending it twice begins one item.</param>
/// <param name="Writing">What is written.</param>
[RequirePermission(Permission.WriteTestItems)]
public sealed record WriteItemCommand(Guid ItemId, ItemWriting Writing) : ICommand<Done>;

internal sealed class WriteItemHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<WriteItemCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(WriteItemCommand request, CancellationToken cancellationToken)
    {
        if (request.Writing.FaultOf() is { } faults)
        {
            return faults;
        }

        var item = await db.FindItemAsync(request.ItemId, cancellationToken);
        if (item is not null)
        {
            return item.Write(user.Me, request.Writing) is { } error ? error : Done.Value;
        }

        var number = await db.NextNumberAsync(TestItem.Series, cancellationToken);
        db.TestItems.Add(TestItem.Begin(request.ItemId, number, user.Me, request.Writing, time.UtcNow()));
        return Done.Value;
    }
}
