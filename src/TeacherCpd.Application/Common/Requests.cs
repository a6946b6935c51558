using MediatR;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Common;

/// <summary>A request that writes: it runs in one transaction, is audited, and is rolled back when it fails.</summary>
public interface ICommand;

/// <summary>A request that writes and gives back <typeparamref name="T"/>.</summary>
public interface ICommand<T> : IRequest<Result<T>>, ICommand;

/// <summary>A request that only reads: no transaction, nothing tracked is saved.</summary>
public interface IQuery<T> : IRequest<Result<T>>;
